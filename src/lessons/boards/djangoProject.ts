/** Which lines does a Django project need before it hands out tokens and asks for them? Four files, seven gaps. */

export const SLOTS = [
  'authentication',
  'import',
  'obtain',
  'refresh',
  'include',
  'permission',
  'hello',
] as const

export type Slot = (typeof SLOTS)[number]

export interface Line {
  id: string
  code: string
  isRight: boolean
  /** What this line does, or why it is not the one. */
  reason: string
}

export interface ProjectFile {
  path: string
  /** A text line as it is, or a gap. Indents belong to the line. */
  lines: readonly (string | { slot: Slot; indent: string })[]
}

export const projectFiles: readonly ProjectFile[] = [
  {
    path: 'myapi/settings.py',
    lines: [
      'REST_FRAMEWORK = {',
      "    'DEFAULT_AUTHENTICATION_CLASSES': [",
      { slot: 'authentication', indent: '        ' },
      '    ],',
      '}',
    ],
  },
  {
    path: 'myapi/urls.py',
    lines: [
      'from django.urls import include, path',
      { slot: 'import', indent: '' },
      '',
      'urlpatterns = [',
      { slot: 'obtain', indent: '    ' },
      { slot: 'refresh', indent: '    ' },
      { slot: 'include', indent: '    ' },
      ']',
    ],
  },
  {
    path: 'myapi/core/views.py',
    lines: [
      'from rest_framework.permissions import IsAuthenticated',
      'from rest_framework.response import Response',
      'from rest_framework.views import APIView',
      '',
      '',
      'class HelloView(APIView):',
      { slot: 'permission', indent: '    ' },
      '',
      '    def get(self, request):',
      "        return Response({'message': 'Hello, World!'})",
    ],
  },
  {
    path: 'myapi/core/urls.py',
    lines: [
      'from django.urls import path',
      'from myapi.core import views',
      '',
      'urlpatterns = [',
      { slot: 'hello', indent: '    ' },
      ']',
    ],
  },
]

/** What each gap asks for. */
export const slotAsks: Readonly<Record<Slot, string>> = {
  authentication: 'who reads the token',
  import: 'where the token views come from',
  obtain: 'where a login goes',
  refresh: 'where a refresh goes',
  include: 'where the app’s own addresses start',
  permission: 'who may enter',
  hello: 'which address the view has',
}

/** The ways of the three requests: from station to station, each arrow lit by the right line in its gap. */
export const requestWays: readonly {
  request: string
  hops: readonly { slot: Slot; to: string }[]
}[] = [
  {
    request: 'POST /api/token/',
    hops: [
      { slot: 'import', to: 'SimpleJWT’s views' },
      { slot: 'obtain', to: 'both tokens' },
    ],
  },
  { request: 'POST /api/token/refresh/', hops: [{ slot: 'refresh', to: 'a new access token' }] },
  {
    request: 'GET /hello/',
    hops: [
      { slot: 'include', to: 'the app’s urls.py' },
      { slot: 'hello', to: 'HelloView' },
      { slot: 'authentication', to: 'JWTAuthentication' },
      { slot: 'permission', to: 'IsAuthenticated' },
    ],
  },
]

const fits = (id: string, code: string, reason: string): Line => ({
  id,
  code,
  isRight: true,
  reason,
})
const other = (id: string, code: string, reason: string): Line => ({
  id,
  code,
  isRight: false,
  reason,
})

export const linesFor: Readonly<Record<Slot, readonly Line[]>> = {
  authentication: [
    other(
      'session',
      "'rest_framework.authentication.SessionAuthentication',",
      'This class looks for Django’s session cookie. It never reads a token.',
    ),
    fits(
      'jwt',
      "'rest_framework_simplejwt.authentication.JWTAuthentication',",
      'Each request now has its Authorization header read by SimpleJWT.',
    ),
  ],
  import: [
    fits(
      'simplejwt',
      'from rest_framework_simplejwt import views as jwt_views',
      'The name jwt_views now stands for SimpleJWT’s ready-made views.',
    ),
    other(
      'framework',
      'from rest_framework import views as jwt_views',
      'These are REST framework’s own views. None of them makes a token.',
    ),
  ],
  obtain: [
    other(
      'no-slash',
      "path('api/token', jwt_views.TokenObtainPairView.as_view()),",
      'Without the slash at the end, /api/token/ is another address.',
    ),
    other(
      'refresh-view',
      "path('api/token/', jwt_views.TokenRefreshView.as_view()),",
      'This view wants a refresh token. At a login nobody has one.',
    ),
    fits(
      'pair',
      "path('api/token/', jwt_views.TokenObtainPairView.as_view()),",
      'Name and password go in, an access and a refresh token come out.',
    ),
  ],
  refresh: [
    fits(
      'refresh-view',
      "path('api/token/refresh/', jwt_views.TokenRefreshView.as_view()),",
      'A refresh token goes in, a new access token comes out.',
    ),
    other(
      'pair',
      "path('api/token/refresh/', jwt_views.TokenObtainPairView.as_view()),",
      'This view asks for name and password again.',
    ),
  ],
  include: [
    other(
      'twice',
      "path('hello/', include('myapi.core.urls')),",
      'The app adds hello/ once more, so the view would be at /hello/hello/.',
    ),
    fits(
      'root',
      "path('', include('myapi.core.urls')),",
      'All addresses of the app are now addresses of the project.',
    ),
  ],
  permission: [
    fits(
      'authenticated',
      'permission_classes = (IsAuthenticated,)',
      'Only a request with a known user gets past this line.',
    ),
    other('open', 'permission_classes = ()', 'The list is empty, so everybody may enter.'),
  ],
  hello: [
    other(
      'class',
      "path('hello/', views.HelloView, name='hello'),",
      'A class is no view yet. Django would call it with a request and fail.',
    ),
    fits(
      'view',
      "path('hello/', views.HelloView.as_view(), name='hello'),",
      'The address /hello/ now runs the view.',
    ),
  ],
}

/** As the package index spells it. */
export const PACKAGE = 'djangorestframework-simplejwt'

export const INSTALLERS = {
  pip: `pip install ${PACKAGE}`,
  poetry: `poetry add ${PACKAGE}`,
} as const

export type Installer = keyof typeof INSTALLERS
