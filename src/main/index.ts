import path from 'node:path'
import { app, BrowserWindow, Menu, session } from 'electron'
import { APP_ENTRY_URL } from '../contract/appOrigin.ts'
import { succeed } from '../contract/Reply.ts'
import { answerMessages } from './answerMessages.ts'
import { declareAppScheme, serveApp } from './appProtocol.ts'
import { BackupStore } from './BackupStore.ts'
import { chooseLayerFile } from './chooseLayerFile.ts'
import { FileDesk } from './FileDesk.ts'
import { HandleRegistry } from './HandleRegistry.ts'
import { LayerFiles } from './LayerFiles.ts'
import { lockDownPages, lockDownSession } from './lockDown.ts'
import { type MainWindow, openMainWindow, tell } from './mainWindow.ts'
import { menuTemplate } from './menuTemplate.ts'
import { printToPdf } from './printing.ts'
import { ShellState } from './ShellState.ts'
import { planFilesIn, WaitingFiles } from './WaitingFiles.ts'

const devUrl = app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL']
const entryUrl = devUrl ?? APP_ENTRY_URL

const handles = new HandleRegistry()
let main: MainWindow | null = null
let isQuitting = false
const waitingFiles = new WaitingFiles(handles, () => {
  if (main !== null) tell(main.window, 'filesWaiting', {})
})

// The lock belongs to the folder of user data, so the folder comes first.
const ownFolder = process.env['VALLES_USER_DATA']
if (ownFolder) app.setPath('userData', path.resolve(ownFolder))
declareAppScheme()
app.enableSandbox()
for (const name of ['disable-background-networking', 'disable-component-update']) app.commandLine.appendSwitch(name)

if (app.requestSingleInstanceLock()) start()
else app.quit()

function start(): void {
  lockDownPages(entryUrl)
  waitingFiles.add(planFilesIn(process.argv.slice(1), process.cwd()))
  // macOS tells of files this way, before and after it is ready.
  app.on('open-file', (event, filePath) => {
    event.preventDefault()
    waitingFiles.add([filePath])
  })
  app.on('second-instance', (_event, args, workingFolder) => {
    if (main !== null) {
      if (main.window.isMinimized()) main.window.restore()
      main.window.focus()
    }
    waitingFiles.add(planFilesIn(args.slice(1), workingFolder))
  })
  app.on('before-quit', () => {
    isQuitting = true
  })
  app.on('window-all-closed', () => {
    if (isQuitting || process.platform !== 'darwin') app.quit()
  })
  app
    .whenReady()
    .then(run)
    .catch((error: unknown) => {
      console.error('the program could not start:', error)
      app.exit(1)
    })
}

async function run(): Promise<void> {
  const userData = app.getPath('userData')
  const state = await ShellState.load(path.join(userData, 'shell.json'))
  lockDownSession(session.defaultSession, entryUrl)
  serveApp(path.join(import.meta.dirname, '../renderer'))
  Menu.setApplicationMenu(process.platform === 'darwin' ? Menu.buildFromTemplate([{ role: 'appMenu' }]) : null)
  const layers = await LayerFiles.load(path.join(userData, 'layer-files.json'))
  answer(new FileDesk(handles, state), new BackupStore(path.join(userData, 'backups')), layers, state)
  const open = (): void => {
    const opened = openMainWindow(state, entryUrl)
    main = opened
    opened.window.on('closed', () => {
      main = null
    })
  }
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) open()
  })
  open()
}

function answer(desk: FileDesk, backups: BackupStore, layers: LayerFiles, state: ShellState): void {
  let shownMenu = ''
  answerMessages(
    {
      version: () => succeed(app.getVersion()),
      openFile: (request, window) => desk.open(window, request),
      saveFile: (request, window) => desk.save(window, request),
      readFile: ({ handle }) => desk.read(handle),
      listBackups: ({ planId }) => backups.list(planId),
      writeBackup: ({ planId, bytes }) => backups.write(planId, bytes),
      readBackup: ({ handle }) => backups.read(handle),
      printToPdf: (request, window) => printToPdf(window, request, desk),
      setMenu: (model) => {
        const wanted = JSON.stringify(model)
        if (wanted === shownMenu) return succeed(undefined)
        shownMenu = wanted
        const choose = (actionId: string): void => {
          if (main !== null) tell(main.window, 'menuAction', { actionId })
        }
        Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(model, choose, process.platform)))
        return succeed(undefined)
      },
      announceFlush: ({ listening }) => {
        main?.flushGate.setListening(listening)
        return succeed(undefined)
      },
      finishFlush: ({ flushId }) => {
        main?.flushGate.finished(flushId)
        return succeed(undefined)
      },
      takeOpenedFiles: () => succeed(waitingFiles.take()),
      chooseLayerFile: (request, window) => chooseLayerFile(window, request, layers, state),
      findLayerFile: ({ handle }) => layers.find(handle),
      readLayerSlice: (request) => layers.readSlice(request),
      forgetLayerFile: ({ handle }) => layers.forget(handle),
    },
    { window: () => main?.window ?? null, entryUrl },
  )
}
