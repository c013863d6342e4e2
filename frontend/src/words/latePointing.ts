import texts from '../../messages/en/pointing.ftl?raw'
import { learn } from './words'

learn(texts)
