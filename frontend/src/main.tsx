import { createRoot } from 'react-dom/client'
import './ui/fonts.css'
import './ui/tokens.css'
import './ui/base.css'
import { App } from './App'
import { openServer } from './server/server'
import { ServerContext } from './server/ServerContext'
import { followTheme } from './ui/theme'

followTheme()

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <ServerContext value={openServer()}>
      <App />
    </ServerContext>,
  )
}
