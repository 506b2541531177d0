namespace Simulator.Kernel;

/// <summary>
/// A world that runs. Run it once, or in steps with ever later times; dispose of it to end its job threads.
/// </summary>
public sealed class Simulation : IDisposable
{
    private const int EventsPerTurn = 16_384;

    private readonly World world;
    private readonly Shard[] shards;
    private readonly ShardLog[] logs;
    private readonly SimDuration lookahead;

    internal Simulation(World world, List<WorldEvent> script)
    {
        this.world = world;
        int count = world.Transport.ShardCount;
        lookahead = world.Links.Lookahead(count);
        logs = count == 1 ? [] : Enumerable.Range(0, count).Select(static _ => new ShardLog()).ToArray();
        shards = Enumerable.Range(0, count)
            .Where(world.Transport.IsLocal)
            .Select(i => new Shard(world, i, count == 1 ? null : logs[i], lookahead))
            .ToArray();
        CreateActors();
        Schedule(script);
    }

    /// <summary>Actors in the world, those of other processes included.</summary>
    public int ActorCount => world.Actors.Length;

    /// <summary>
    /// Jobs whose work was already there or under way: a measure of the cache, not a result of the run.
    /// </summary>
    public long JobsShared => shards.Sum(static shard => shard.Counters.JobsShared);

    public string NameOf(ActorRef actor) => world.NameOf(actor);

    public string NameOf(HostRef host) => world.Hosts[host.Index].Name;

    /// <summary>Handles every event up to and including <paramref name="until"/>.</summary>
    /// <param name="until">Not before an earlier call's.</param>
    /// <param name="progress">
    /// Called now and then between events, on this thread; must not touch the simulation.
    /// </param>
    /// <param name="cancellation">Stops the run between two events, or two windows if there are several shards.</param>
    /// <exception cref="SimulationFailedException">A bug, in an actor, a job or the kernel.</exception>
    public RunOutcome Run(
        SimTime until,
        Action<RunProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        RunEnd reason = world.Transport.ShardCount == 1
            ? RunAlone(until, progress, cancellation)
            : RunWindows(until, progress, cancellation);
        return Outcome(until, reason);
    }

    /// <summary>Ends the job threads.</summary>
    public void Dispose()
    {
        world.Jobs.Stop();
        Array.ForEach(shards, static shard => shard.Dispose());
    }

    private static long After(SimTime time) =>
        time == SimTime.EndOfTime ? long.MaxValue : time.NanosecondsSinceStart + 1;

    private RunEnd RunAlone(SimTime until, Action<RunProgress>? progress, CancellationToken cancellation)
    {
        Shard shard = shards[0];
        while (!shard.RunBefore(After(until), EventsPerTurn))
        {
            progress?.Invoke(Progress(until));
            if (cancellation.IsCancellationRequested)
            {
                return RunEnd.Interrupted;
            }
        }

        return shard.NextEvent == SimTime.EndOfTime ? RunEnd.Quiescent : RunEnd.Finished;
    }

    private RunEnd RunWindows(SimTime until, Action<RunProgress>? progress, CancellationToken cancellation)
    {
        while (true)
        {
            var mine = new SimTime(shards.Min(static shard => shard.NextEvent.NanosecondsSinceStart));
            WindowVote vote = world.Transport.Agree(new WindowVote(mine, cancellation.IsCancellationRequested));
            if (vote.NextEvent > until || vote.NextEvent == SimTime.EndOfTime || vote.Stop)
            {
                return vote.NextEvent == SimTime.EndOfTime ? RunEnd.Quiescent
                    : vote.NextEvent > until ? RunEnd.Finished
                    : RunEnd.Interrupted;
            }

            RunWindow(Math.Min(WindowEnd(vote.NextEvent), After(until)));
            progress?.Invoke(Progress(until));
        }
    }

    /// <summary>Nothing sent from this instant on can arrive at another shard before that one.</summary>
    private long WindowEnd(SimTime next) => next.NanosecondsSinceStart > long.MaxValue - lookahead.Nanoseconds
        ? long.MaxValue
        : next.NanosecondsSinceStart + lookahead.Nanoseconds;

    private void RunWindow(long end)
    {
        foreach (Shard shard in shards)
        {
            shard.RunBefore(end, int.MaxValue);
        }

        ShardLog.Merge(logs, world.Sink, world.Settings.Trace);
        ExchangeWithin();
        ExchangeAcross();
    }

    private void ExchangeWithin()
    {
        foreach (Shard source in shards)
        {
            foreach (Shard target in shards)
            {
                Outbox box = source.Outboxes[target.Number];
                if (!box.IsEmpty)
                {
                    box.DeliverTo(target);
                }
            }
        }
    }

    private void ExchangeAcross()
    {
        if (shards.Length == world.Transport.ShardCount)
        {
            return;
        }

        Invariant.That(shards.Length == 1);
        Shard local = shards[0];
        ReadOnlyMemory<byte>[] frames = local.Outboxes.Select(static box => box.Frames).ToArray();
        world.Transport.Exchange(frames, local.AcceptFrames);
        foreach (Outbox box in local.Outboxes)
        {
            box.Clear();
        }
    }

    private RunProgress Progress(SimTime until) => new(
        new SimTime(shards.Max(static shard => shard.Now)),
        until,
        shards.Sum(static shard => shard.Counters.Handled));

    private void CreateActors()
    {
        var byNumber = shards.ToDictionary(static shard => shard.Number);
        foreach (ActorCell cell in world.ByRank)
        {
            if (byNumber.TryGetValue(cell.HostCell.ShardNumber, out Shard? shard))
            {
                cell.Shard = shard;
                cell.Create();
                shard.ScheduleStart(cell);
            }
        }
    }

    private void Schedule(List<WorldEvent> script)
    {
        for (int i = 0; i < script.Count; i++)
        {
            WorldEvent line = script[i];
            HostCell host = line.Kind == EventKind.Message
                ? world.Actors[line.Target].HostCell
                : world.Hosts[line.Target];
            Array.Find(shards, shard => shard.Number == host.ShardNumber)?.ScheduleScript(line, (ulong)i);
        }
    }

    private RunOutcome Outcome(SimTime until, RunEnd reason)
    {
        IReadOnlyList<byte[]> parts = world.Transport.Gather(RunSummary.Of(world, shards));
        RunSummary all = RunSummary.Join(parts, world);
        SimTime end = reason == RunEnd.Finished ? until : new SimTime(all.Now);
        return new RunOutcome(all.Digest, all.Counters.Handled, end, reason, all.Counters);
    }
}
