import texts from '../../messages/en/share.ftl?raw'
import { learn } from './words'

learn(texts)
