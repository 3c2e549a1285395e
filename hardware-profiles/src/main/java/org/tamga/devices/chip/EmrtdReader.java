package org.tamga.devices.chip;

import java.nio.file.Path;
import java.security.Provider;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.tamga.devices.link.LinkException;
import org.tamga.devices.ports.CancelSignal;
import org.tamga.devices.ports.ChipAccess;
import org.tamga.devices.ports.ChipDocument;
import org.tamga.devices.ports.ChipReader;
import org.tamga.devices.ports.ChipReading;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.devices.ports.DeviceInfo;
import org.tamga.devices.ports.Presence;

/**
 * Reads travel documents through one slot. The reading runs on a thread of its own, for a reader
 * may hang inside the system's library where nothing interrupts it; the caller gets its answer in
 * time all the same.
 */
final class EmrtdReader implements ChipReader {
    private static final Duration GLANCE = Duration.ofMillis(200);

    private final DeviceInfo info;
    private final CardSlot slot;
    private final TrustFolder trust;
    private final InstantSource clock;
    private final Provider provider = new BouncyCastleProvider();
    private final AtomicBoolean asked = new AtomicBoolean();
    private final Semaphore slotFree = new Semaphore(1);

    EmrtdReader(DeviceInfo info, CardSlot slot, Path trust, InstantSource clock) {
        this.info = info;
        this.slot = slot;
        this.trust = new TrustFolder(trust, provider);
        this.clock = clock;
    }

    @Override
    public DeviceInfo info() {
        return info;
    }

    @Override
    public Presence presence() {
        return slot.presence();
    }

    @Override
    public ChipReading read(ChipAccess access, Duration timeout, CancelSignal cancel) {
        if (!asked.compareAndSet(false, true)) {
            return new ChipReading.Failed(DeviceFault.BUSY, "the reader reads another document");
        }
        try {
            return readAlone(access, new Attempt(timeout, cancel));
        } finally {
            asked.set(false);
        }
    }

    private ChipReading readAlone(ChipAccess access, Attempt attempt) {
        CompletableFuture<ChipReading> result = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("chip reader").start(() -> work(access, attempt, result));
        while (true) {
            try {
                return result.get(50, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                if (attempt.isOver() || attempt.isCancelled()) {
                    return givenUp(attempt, result);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return givenUp(attempt, result);
            } catch (ExecutionException e) {
                throw new IllegalStateException("the chip reader's thread failed", e.getCause());
            }
        }
    }

    /** The document that is read after all is wiped by the thread that reads it. */
    private static ChipReading givenUp(Attempt attempt, CompletableFuture<ChipReading> result) {
        attempt.abandon();
        LinkException late = attempt.late();
        var failed =
                attempt.isOver() && !attempt.isCancelled()
                        ? new ChipReading.Failed(late.fault(), late.detail())
                        : new ChipReading.Failed(DeviceFault.CANCELLED, "reading was cancelled");
        return result.complete(failed) ? failed : result.join();
    }

    private void work(ChipAccess access, Attempt attempt, CompletableFuture<ChipReading> result) {
        try {
            ChipReading reading = readWhenFree(access, attempt);
            if (!result.complete(reading) && reading instanceof ChipReading.Read(var document)) {
                document.close();
            }
        } catch (RuntimeException | Error e) {
            result.completeExceptionally(e);
        }
    }

    /** A reading that hung before this one must let go of the slot first. */
    private ChipReading readWhenFree(ChipAccess access, Attempt attempt) {
        try {
            attempt.asks();
            while (!slotFree.tryAcquire(GLANCE.toMillis(), TimeUnit.MILLISECONDS)) {
                attempt.check();
            }
            attempt.answered();
            try {
                return new ChipReading.Read(document(access, attempt));
            } finally {
                slotFree.release();
            }
        } catch (LinkException e) {
            return new ChipReading.Failed(e.fault(), e.detail());
        } catch (InterruptedException e) {
            return new ChipReading.Failed(DeviceFault.CANCELLED, "reading was interrupted");
        }
    }

    private ChipDocument document(ChipAccess access, Attempt attempt) throws LinkException {
        try {
            boolean lies;
            do {
                attempt.check();
                attempt.asks();
                lies = slot.awaitCard(attempt.remaining(GLANCE));
                attempt.answered();
            } while (!lies);
            attempt.asks();
            try (CardLink link = slot.connect()) {
                attempt.answered();
                var card = new LinkCardService(link, attempt);
                return new EmrtdReading(card, provider, trust.signers(), clock).read(access);
            }
        } finally {
            slot.rest();
        }
    }

    @Override
    public void close() {
        slot.close();
    }
}
