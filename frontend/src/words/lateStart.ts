import texts from '../../messages/en/start.ftl?raw'
import { learn } from './words'

learn(texts)
