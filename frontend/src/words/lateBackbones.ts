import texts from '../../messages/en/backbones.ftl?raw'
import { learn } from './words'

learn(texts)
