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

/** What each gap asks for, and the arrow that its right line lights. */
export const slotFacts: Readonly<Record<Slot, { asks: string; arrow: string }>> = {
  authentication: { asks: 'who reads the token', arrow: 'JWTAuthentication reads the header' },
  import: { asks: 'where the token views come from', arrow: 'urls.py knows SimpleJWT’s views' },
  obtain: { asks: 'where a login goes', arrow: 'POST /api/token/ gives both tokens' },
  refresh: { asks: 'where a refresh goes', arrow: 'POST /api/token/refresh/ gives a new access' },
  include: { asks: 'where the app’s own addresses start', arrow: 'urls.py leads to the app' },
  permission: { asks: 'who may enter', arrow: 'IsAuthenticated guards the view' },
  hello: { asks: 'which address the view has', arrow: 'GET /hello/ finds HelloView' },
}

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

export const INSTALLERS = {
  pip: 'pip install djangorestframework-simplejwt',
  poetry: 'poetry add djangorestframework-simplejwt',
} as const

export type Installer = keyof typeof INSTALLERS
