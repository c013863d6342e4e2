import texts from '../../messages/en/tour.ftl?raw'
import { learn } from './words'

learn(texts)
