// Every test reads English, whatever the machine's own languages are, with what is said late.

import { speak } from './words'

if (typeof navigator !== 'undefined') Object.defineProperty(navigator, 'languages', { value: [], configurable: true })
await speak('en')
import.meta.glob('./late[A-Z]*.ts', { eager: true })
