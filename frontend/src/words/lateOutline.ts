import texts from '../../messages/en/outline.ftl?raw'
import { learn } from './words'

learn(texts)
