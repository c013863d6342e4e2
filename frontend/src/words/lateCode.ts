import texts from '../../messages/en/code.ftl?raw'
import { learn } from './words'

learn(texts)
