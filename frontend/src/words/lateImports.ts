import texts from '../../messages/en/imports.ftl?raw'
import { learn } from './words'

learn(texts)
