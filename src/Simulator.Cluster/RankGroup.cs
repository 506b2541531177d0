using Simulator.Primitives;

namespace Simulator.Cluster;

/// <summary>The processes that one launcher started, and messages between them.</summary>
/// <remarks>
/// To be used by the thread that joined, alone. Messages from one rank arrive in the order of sending. Whoever joins
/// leaves (<see cref="Leave"/>, with all others); a rank that is disposed of without leaving takes all others down with
/// it, since they would wait for it for ever.
/// </remarks>
public sealed class RankGroup : IDisposable
{
    private const int AbortCode = 70;

    private readonly int thread = Environment.CurrentManagedThreadId;
    private readonly MpiLibrary library;
    private bool hasLeft;

    private RankGroup(MpiLibrary library)
    {
        this.library = library;
        Rank = library.Rank;
        Size = library.Size;
    }

    /// <summary>From 0.</summary>
    public int Rank { get; }

    public int Size { get; }

    /// <summary>The library's family: <c>Open MPI</c> or <c>MPICH</c>.</summary>
    public string Library => library.Name;

    /// <summary>Joins the others; returns when all have joined.</summary>
    /// <exception cref="InvalidDataException">No MPI library is installed; the message names what to install.</exception>
    /// <exception cref="IOException">The library does not start.</exception>
    public static RankGroup Join(MpiLaunch launch)
    {
        MpiLibrary library = MpiLibrary.Load(launch.Libraries);
        library.Initialise();
        return new RankGroup(library);
    }

    /// <summary>Returns when the message is on its way; a long one waits until the receiver takes it.</summary>
    /// <param name="to">A rank.</param>
    /// <param name="tag">In [0, 32,767].</param>
    /// <param name="content">The receiver gets exactly these bytes.</param>
    /// <exception cref="IOException">The receiver is gone.</exception>
    public void Send(int to, int tag, ReadOnlySpan<byte> content)
    {
        RequireMember();
        library.Send(to, tag, content);
    }

    /// <summary>The next message that has arrived; null when there is none.</summary>
    public RankMessage? TryReceive()
    {
        RequireMember();
        return library.Receive();
    }

    /// <summary>Returns when all have left. The process goes on as one that nobody launched.</summary>
    public void Leave()
    {
        RequireMember();
        hasLeft = true;
        library.Finalise();
    }

    public void Dispose()
    {
        if (!hasLeft)
        {
            hasLeft = true;
            library.Abort(AbortCode);
        }
    }

    private void RequireMember()
    {
        Invariant.That(!hasLeft);
        Invariant.That(thread == Environment.CurrentManagedThreadId);
    }
}
