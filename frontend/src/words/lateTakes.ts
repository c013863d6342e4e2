import texts from '../../messages/en/takes.ftl?raw'
import { learn } from './words'

learn(texts)
