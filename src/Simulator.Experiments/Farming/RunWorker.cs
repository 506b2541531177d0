using System.Collections.Concurrent;
using Simulator.Cluster;
using Simulator.Primitives;

namespace Simulator.Experiments;

/// <summary>A rank other than 0: executes the runs it is given and sends back what belongs into the journal.</summary>
public sealed class RunWorker : IDisposable
{
    private readonly RankGroup ranks;
    private readonly ConcurrentQueue<EndedRun> ended = [];
    private readonly BlockingCollection<RunId> given = [];
    private readonly AutoResetEvent hasEnded = new(initialState: false);
    private readonly CancellationTokenSource stop;
    private readonly CancellationToken interruption;
    private bool isStopped;
    private bool hasToldInterruption;

    private RunWorker(RankGroup ranks, CancellationToken interruption)
    {
        this.ranks = ranks;
        this.interruption = interruption;
        stop = CancellationTokenSource.CreateLinkedTokenSource(interruption);
    }

    /// <summary>Works until rank 0 says stop, then leaves.</summary>
    /// <param name="ranks">Joined by this thread.</param>
    /// <param name="load">The experiment as this rank reads it; what it throws or misses, rank 0 is told.</param>
    /// <param name="cancellation">Someone interrupts this rank, and thereby all.</param>
    public static void Serve(RankGroup ranks, Func<ExperimentRequest> load, CancellationToken cancellation)
    {
        using RunWorker worker = new(ranks, cancellation);
        worker.Serve(load);
        ranks.Leave();
    }

    public void Dispose()
    {
        given.Dispose();
        hasEnded.Dispose();
        stop.Dispose();
    }

    private void Serve(Func<ExperimentRequest> load)
    {
        byte[]? begun = WaitForBeginning();
        if (begun is not null)
        {
            try
            {
                Work(Same(load(), begun));
            }
            catch (Exception problem) when (problem is not OutOfMemoryException)
            {
                ranks.Send(0, (int)FarmTag.Failed, FarmMessages.Text(Named(problem.Message)));
                WaitForStop();
            }
        }

        ranks.Send(0, (int)FarmTag.Stopped, []);
    }

    private byte[]? WaitForBeginning()
    {
        PollingPause pause = new();
        while (true)
        {
            if (ranks.TryReceive() is { } message)
            {
                return (FarmTag)message.Tag == FarmTag.Begin ? message.Content : null;
            }

            pause.Take();
        }
    }

    private static ExperimentRequest Same(ExperimentRequest request, byte[] begun)
    {
        string own = FarmMessages.ReadText(FarmMessages.Experiment(request.Scenario));
        string asked = FarmMessages.ReadText(begun);
        return own == asked ? request : throw new InvalidDataException(
            own.Split(' ')[1] == asked.Split(' ')[1]
                ? "it reads another scenario than rank 0; all ranks need the same files"
                : "it runs another build of opgsim than rank 0; all ranks need the same build");
    }

    private void Work(ExperimentRequest request)
    {
        using SharedParts parts = new(request.Models);
        ArmList arms = new(request.Scenario);
        FigureRun runner = new(request, Experiment.Asked(request.Scenario), parts);
        using Pieces<RunId> pieces = new(given.GetConsumingEnumerable(), stop.Token);
        Slots slots = Slots.Begin(pieces, request.Jobs, Execute);
        try
        {
            ranks.Send(0, (int)FarmTag.Ready, FarmMessages.Number(request.Jobs));
            Exchange(pieces);
        }
        finally
        {
            stop.Cancel();
            given.CompleteAdding();
            slots.Join();
        }

        void Execute(RunId id)
        {
            if (runner.Execute(id, arms[id.Arm], stop.Token) is { } run)
            {
                ended.Enqueue(EndedRun.Of(run));
                hasEnded.Set();
            }
        }
    }

    private void Exchange(Pieces<RunId> pieces)
    {
        PollingPause pause = new();
        while (!isStopped)
        {
            while (ranks.TryReceive() is { } message)
            {
                pause.Heard();
                Handle(message);
            }

            while (!isStopped && ended.TryDequeue(out EndedRun? run))
            {
                pause.Heard();
                ranks.Send(0, (int)FarmTag.Ended, FarmMessages.Ended(run));
            }

            TellInterruption();
            pieces.ThrowIfFailed();
            pause.Take(hasEnded);
        }
    }

    private void Handle(RankMessage message)
    {
        switch ((FarmTag)message.Tag)
        {
            case FarmTag.Execute:
                given.Add(FarmMessages.ReadRun(message.Content));
                break;
            case FarmTag.Stop:
                isStopped = true;
                break;
            default:
                throw Invariant.Unreachable(message.Tag);
        }
    }

    private void TellInterruption()
    {
        if (interruption.IsCancellationRequested && !hasToldInterruption && !isStopped)
        {
            hasToldInterruption = true;
            ranks.Send(0, (int)FarmTag.Interrupted, []);
        }
    }

    private void WaitForStop()
    {
        PollingPause pause = new();
        while (!isStopped)
        {
            isStopped = ranks.TryReceive() is { } message && (FarmTag)message.Tag == FarmTag.Stop;
            pause.Take();
        }
    }

    private string Named(string problem) => $"rank {ranks.Rank} on {Environment.MachineName} cannot go on: {problem}";
}
