import texts from '../../messages/en/runlist.ftl?raw'
import { learn } from './words'

learn(texts)
