import texts from '../../messages/en/curves.ftl?raw'
import { learn } from './words'

learn(texts)
