import texts from '../../messages/en/export.ftl?raw'
import { learn } from './words'

learn(texts)
