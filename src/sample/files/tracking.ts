import { type SampleFiles, text } from './text';

/** Three people share it. */
export const trackingFiles: SampleFiles = {
  'services/tracking/go.mod': text`
module git.example.com/harbour/harbour/services/tracking

go 1.23

require (
	github.com/jackc/pgx/v5 v5.7.2
	github.com/nats-io/nats.go v1.38.0
)
`,
  'services/tracking/Dockerfile': text`
FROM golang:1.23-alpine AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN CGO_ENABLED=0 go build -o /tracking .

FROM alpine:3.21
ENV PORT=8082 \
    NATS_URL=nats://events:4222
COPY --from=build /tracking /usr/local/bin/tracking
EXPOSE 8082
HEALTHCHECK CMD wget -qO- http://localhost:8082/healthz || exit 1
CMD ["tracking"]
`,
  'services/tracking/README.md': text`
# tracking

Where is my parcel? Takes scan events from the depots, answers the track page.

Run it with ´make tracking´; the tests need nothing: ´go test ./...´.
Three of us review changes here, see ´.github/CODEOWNERS´.
`,
  'services/tracking/main.go': text`
package main

import (
	"context"
	"log/slog"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"git.example.com/harbour/harbour/services/tracking/internal/api"
	"git.example.com/harbour/harbour/services/tracking/internal/events"
	"git.example.com/harbour/harbour/services/tracking/internal/store"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM, os.Interrupt)
	defer stop()

	parcels, err := store.Open(ctx, os.Getenv("TRACKING_DATABASE_URL"))
	if err != nil {
		slog.Error("no database", "error", err)
		os.Exit(1)
	}
	defer parcels.Close()

	consumer := events.NewConsumer(os.Getenv("NATS_URL"), parcels)
	go consumer.Run(ctx)

	server := &http.Server{
		Addr:              ":" + os.Getenv("PORT"),
		Handler:           api.Handler(parcels, consumer),
		ReadHeaderTimeout: 5 * time.Second,
	}
	go func() {
		<-ctx.Done()
		drain, cancel := context.WithTimeout(context.Background(), 15*time.Second)
		defer cancel()
		_ = server.Shutdown(drain)
	}()
	if err := server.ListenAndServe(); err != http.ErrServerClosed {
		slog.Error("server ended", "error", err)
	}
}
`,
  'services/tracking/internal/api/handlers.go': text`
// Package api answers the track page and the desk.
package api

import (
	"encoding/json"
	"net/http"
	"regexp"

	"git.example.com/harbour/harbour/services/tracking/internal/eta"
	"git.example.com/harbour/harbour/services/tracking/internal/events"
	"git.example.com/harbour/harbour/services/tracking/internal/store"
)

var parcelNumber = regexp.MustCompile("^HB[0-9]{10}$")

// Handler has every route of the service.
func Handler(parcels *store.Store, consumer *events.Consumer) http.Handler {
	mux := http.NewServeMux()

	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, r *http.Request) {
		if consumer.Lag() > 5000 {
			w.WriteHeader(http.StatusServiceUnavailable)
		}
	})

	mux.HandleFunc("GET /parcels/{number}", func(w http.ResponseWriter, r *http.Request) {
		number := r.PathValue("number")
		if !parcelNumber.MatchString(number) {
			http.Error(w, "not a parcel number", http.StatusBadRequest)
			return
		}
		parcel, err := parcels.Find(r.Context(), number)
		if err != nil {
			http.Error(w, "unknown parcel", http.StatusNotFound)
			return
		}
		w.Header().Set("Cache-Control", "max-age=30")
		_ = json.NewEncoder(w).Encode(map[string]any{
			"number": parcel.Number,
			"scans":  parcel.Scans,
			"eta":    eta.Estimate(parcel),
		})
	})

	return mux
}
`,
  'services/tracking/internal/api/handlers_test.go': text`
package api

import (
	"net/http"
	"net/http/httptest"
	"testing"

	"git.example.com/harbour/harbour/services/tracking/internal/events"
	"git.example.com/harbour/harbour/services/tracking/internal/store"
)

func TestRefusesWhatIsNoParcelNumber(t *testing.T) {
	handler := Handler(store.Memory(), events.NewConsumer("", nil))
	for _, number := range []string{"4711", "HB12", "hb0000004711", "HB00000047110"} {
		answer := httptest.NewRecorder()
		handler.ServeHTTP(answer, httptest.NewRequest("GET", "/parcels/"+number, nil))
		if answer.Code != http.StatusBadRequest {
			t.Errorf("%s: got %d, want 400", number, answer.Code)
		}
	}
}

func TestUnknownParcel(t *testing.T) {
	handler := Handler(store.Memory(), events.NewConsumer("", nil))
	answer := httptest.NewRecorder()
	handler.ServeHTTP(answer, httptest.NewRequest("GET", "/parcels/HB0000000001", nil))
	if answer.Code != http.StatusNotFound {
		t.Errorf("got %d, want 404", answer.Code)
	}
}
`,
  'services/tracking/internal/events/consumer.go': text`
// Package events reads the scans that the depots send.
package events

import (
	"context"
	"encoding/json"
	"log/slog"
	"sync/atomic"
	"time"

	"github.com/nats-io/nats.go"

	"git.example.com/harbour/harbour/services/tracking/internal/store"
)

const (
	batchSize  = 200
	maxBackoff = 30 * time.Second
)

// Consumer applies scans in order, one depot at a time.
type Consumer struct {
	url     string
	parcels *store.Store
	lag     atomic.Int64
}

func NewConsumer(url string, parcels *store.Store) *Consumer {
	return &Consumer{url: url, parcels: parcels}
}

// Lag is how many scans wait; the alert TrackingEventLag watches it.
func (c *Consumer) Lag() int64 { return c.lag.Load() }

// Run reads until the context ends, through every reconnect.
func (c *Consumer) Run(ctx context.Context) {
	backoff := time.Second
	for ctx.Err() == nil {
		if err := c.read(ctx); err != nil {
			slog.Warn("events: reconnecting", "error", err, "in", backoff)
			time.Sleep(backoff)
			backoff = min(backoff*2, maxBackoff)
			continue
		}
		backoff = time.Second
	}
}

func (c *Consumer) read(ctx context.Context) error {
	connection, err := nats.Connect(c.url)
	if err != nil {
		return err
	}
	defer connection.Drain()

	scans, err := connection.SubscribeSync("scans.>")
	if err != nil {
		return err
	}
	for {
		message, err := scans.NextMsgWithContext(ctx)
		if err != nil {
			return err
		}
		var scan store.Scan
		if err := json.Unmarshal(message.Data, &scan); err != nil {
			slog.Error("events: not a scan", "subject", message.Subject)
			continue
		}
		if err := c.parcels.Add(ctx, scan); err != nil {
			return err
		}
		pending, _, _ := scans.Pending()
		c.lag.Store(int64(pending))
	}
}
`,
  'services/tracking/internal/store/store.go': text`
// Package store keeps parcels and their scans.
package store

import (
	"context"
	"errors"
	"sync"
	"time"

	"github.com/jackc/pgx/v5/pgxpool"
)

var ErrUnknown = errors.New("unknown parcel")

type Scan struct {
	Parcel string    ´json:"parcel"´
	Depot  string    ´json:"depot"´
	Kind   string    ´json:"kind"´
	At     time.Time ´json:"at"´
}

type Parcel struct {
	Number string
	Scans  []Scan
}

type Store struct {
	pool   *pgxpool.Pool
	mutex  sync.RWMutex
	memory map[string]*Parcel
}

func Open(ctx context.Context, url string) (*Store, error) {
	pool, err := pgxpool.New(ctx, url)
	if err != nil {
		return nil, err
	}
	return &Store{pool: pool, memory: map[string]*Parcel{}}, nil
}

// Memory is a store for tests.
func Memory() *Store { return &Store{memory: map[string]*Parcel{}} }

func (s *Store) Find(ctx context.Context, number string) (*Parcel, error) {
	s.mutex.RLock()
	defer s.mutex.RUnlock()
	if parcel, ok := s.memory[number]; ok {
		return parcel, nil
	}
	return nil, ErrUnknown
}

// Add is idempotent: depots send a scan again when the line was down.
func (s *Store) Add(ctx context.Context, scan Scan) error {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	parcel, ok := s.memory[scan.Parcel]
	if !ok {
		parcel = &Parcel{Number: scan.Parcel}
		s.memory[scan.Parcel] = parcel
	}
	for _, known := range parcel.Scans {
		if known == scan {
			return nil
		}
	}
	parcel.Scans = append(parcel.Scans, scan)
	return nil
}

func (s *Store) Close() {
	if s.pool != nil {
		s.pool.Close()
	}
}
`,
  'services/tracking/internal/eta/eta.go': text`
// Package eta says when a parcel arrives.
package eta

import (
	"time"

	"git.example.com/harbour/harbour/services/tracking/internal/store"
)

// Hours a parcel takes from a scan of that kind to the door, nine times out of ten.
var remaining = map[string]time.Duration{
	"accepted":   52 * time.Hour,
	"sorted":     31 * time.Hour,
	"on-ferry":   26 * time.Hour,
	"at-depot":   14 * time.Hour,
	"on-vehicle": 6 * time.Hour,
}

// Estimate is zero when nothing is known.
func Estimate(parcel *store.Parcel) time.Time {
	if len(parcel.Scans) == 0 {
		return time.Time{}
	}
	last := parcel.Scans[len(parcel.Scans)-1]
	left, known := remaining[last.Kind]
	if !known {
		return time.Time{}
	}
	arrival := last.At.Add(left)

	// Nobody delivers on Sundays.
	if arrival.Weekday() == time.Sunday {
		arrival = arrival.Add(24 * time.Hour)
	}
	return arrival.Truncate(30 * time.Minute)
}
`,
  'services/tracking/internal/geofence/geofence.go': text`
// Package geofence tells whether a vehicle is near a depot.
package geofence

import "math"

const earthRadius = 6_371_000

type Point struct{ Latitude, Longitude float64 }

// Near uses the equirectangular approximation, good to a metre at this distance.
func Near(a, b Point, metres float64) bool {
	toRadians := math.Pi / 180
	x := (b.Longitude - a.Longitude) * toRadians * math.Cos((a.Latitude+b.Latitude)/2*toRadians)
	y := (b.Latitude - a.Latitude) * toRadians
	return math.Hypot(x, y)*earthRadius <= metres
}
`,
};
