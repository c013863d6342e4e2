import texts from '../../messages/en/explain.ftl?raw'
import { learn } from './words'

learn(texts)
