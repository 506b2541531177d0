using Simulator.Cluster;
using Simulator.Primitives;
using Simulator.Scenarios.Settings;

namespace Simulator.Experiments;

/// <summary>Rank 0 of a farmed experiment: hands runs out to the other ranks and takes part itself.</summary>
/// <remarks>To be used by the thread that joined the ranks. <see cref="Close"/> belongs on every path.</remarks>
public sealed class RunFarm(RankGroup ranks)
{
    /// <summary>Runs that a rank could begin at once; 0 until it has said how many it takes.</summary>
    private readonly int[] free = new int[ranks.Size];

    private readonly PollingPause pause = new();
    private int underWay;
    private bool isClosed;

    public int Size => ranks.Size;

    /// <summary>Lets the other ranks go, and waits until they have gone. What they still said is lost.</summary>
    public void Close()
    {
        if (isClosed)
        {
            return;
        }

        isClosed = true;
        for (int rank = 1; rank < ranks.Size; rank++)
        {
            ranks.Send(rank, (int)FarmTag.Stop, []);
        }

        for (int stopped = 0; stopped < ranks.Size - 1;)
        {
            if (ranks.TryReceive() is not { } message)
            {
                pause.Take();
            }
            else if ((FarmTag)message.Tag == FarmTag.Stopped)
            {
                stopped++;
            }
        }

        ranks.Leave();
    }

    /// <summary>Tells the other ranks which experiment it is.</summary>
    internal void Begin(Scenario scenario)
    {
        byte[] experiment = FarmMessages.Experiment(scenario);
        for (int rank = 1; rank < ranks.Size; rank++)
        {
            ranks.Send(rank, (int)FarmTag.Begin, experiment);
        }
    }

    /// <summary>Has every run executed once, here or elsewhere.</summary>
    /// <param name="work">The runs.</param>
    /// <param name="jobs">Runs at the same time on this rank.</param>
    /// <param name="execute">Executes one here and tells of its end; on any thread.</param>
    /// <param name="ended">Told of runs that ended elsewhere.</param>
    /// <param name="cancellation">No further run is begun, and those under way elsewhere are given up.</param>
    /// <exception cref="InvalidDataException">
    /// A rank does not see the same experiment, or cannot go on; the message says why.
    /// </exception>
    /// <exception cref="OperationCanceledException">Another rank was interrupted.</exception>
    internal void Work(
        IEnumerable<RunId> work, int jobs, Action<RunId> execute, Action<EndedRun> ended, CancellationToken cancellation)
    {
        using Pieces<RunId> pieces = new(work, cancellation);
        Slots slots = Slots.Begin(pieces, jobs, execute);
        try
        {
            while (!slots.HaveEnded || (underWay > 0 && !cancellation.IsCancellationRequested))
            {
                Exchange(pieces, ended);
                pause.Take();
            }
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            pieces.Fail(problem);
        }

        slots.Join();
        pieces.ThrowIfFailed();
    }

    private void Exchange(Pieces<RunId> pieces, Action<EndedRun> ended)
    {
        while (ranks.TryReceive() is { } message)
        {
            pause.Heard();
            Handle(message, ended);
        }

        for (int rank = 1; rank < ranks.Size; rank++)
        {
            while (free[rank] > 0 && pieces.TryTake(out RunId run))
            {
                ranks.Send(rank, (int)FarmTag.Execute, FarmMessages.Run(run));
                free[rank]--;
                underWay++;
            }
        }
    }

    private void Handle(RankMessage message, Action<EndedRun> ended)
    {
        switch ((FarmTag)message.Tag)
        {
            case FarmTag.Ready:
                free[message.From] = FarmMessages.ReadNumber(message.Content);
                break;
            case FarmTag.Ended:
                free[message.From]++;
                underWay--;
                ended(FarmMessages.ReadEnded(message.Content));
                break;
            case FarmTag.Failed:
                throw new InvalidDataException(FarmMessages.ReadText(message.Content));
            case FarmTag.Interrupted:
                throw new OperationCanceledException($"rank {message.From} was interrupted");
            default:
                throw Invariant.Unreachable(message.Tag);
        }
    }
}
