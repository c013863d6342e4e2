import texts from '../../messages/en/cards.ftl?raw'
import { learn } from './words'

learn(texts)
