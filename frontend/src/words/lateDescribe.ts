import texts from '../../messages/en/describe.ftl?raw'
import { learn } from './words'

learn(texts)
