import texts from '../../messages/en/compare.ftl?raw'
import { learn } from './words'

learn(texts)
