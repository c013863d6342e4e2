import texts from '../../messages/en/block.ftl?raw'
import { learn } from './words'

learn(texts)
