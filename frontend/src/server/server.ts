// What a page needs of its server: the API, and one socket opened at first use.

import { type Api, openApi } from './api'
import { openWire, type Wire } from './wire'

export interface Server {
  readonly api: Api
  readonly wire: Wire
}

export function openServer(): Server {
  const api = openApi()
  let wire: Wire | null = null
  return {
    api,
    get wire() {
      return (wire ??= openWire(api.token))
    },
  }
}
