import texts from '../../messages/en/picture.ftl?raw'
import { learn } from './words'

learn(texts)
