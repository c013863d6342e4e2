import texts from '../../messages/en/own.ftl?raw'
import { learn } from './words'

learn(texts)
