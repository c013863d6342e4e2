import texts from '../../messages/en/inspector.ftl?raw'
import { learn } from './words'

learn(texts)
