using Simulator.Primitives;

namespace Simulator.Protocol.Settlement;

/// <summary>What the individual worker does with a job. Zero is not a decision.</summary>
public enum IndividualTurn
{
    Unset = 0,

    /// <summary>The chain has moved past the job's nonce: logged and completed without a transaction.</summary>
    Skipped,

    /// <summary>Upload the blob, then broadcast the signed transaction.</summary>
    Upload,

    /// <summary>
    /// An earlier nonce was never used: the job fails, and so does every later one until the gap is filled.
    /// </summary>
    Gap,
}

/// <summary>
/// The nonce scheme of individual settlements: reserved when the job is queued, used when the worker gets to it.
/// </summary>
/// <remarks>
/// The transaction is signed at queueing with the reserved nonce, so order is fixed then. Each job has one attempt. A
/// job that fails after its reservation (a bad payload, an upload that keeps failing) leaves a gap that stalls the
/// queue until an operator fills it with a transaction or resets the stored value.
/// </remarks>
public sealed class IndividualQueue
{
    /// <summary>Tries of one upload, before the job fails for good.</summary>
    public const int UploadAttempts = 5;

    /// <summary>Pause between tries.</summary>
    public static readonly SimDuration UploadDelay = SimDuration.FromSeconds(10);

    private long? lastReserved;

    /// <summary>The stored value; null before the first reservation and after a reset.</summary>
    public long? LastReserved => lastReserved;

    /// <summary>Takes the next nonce: one above the stored value, which is first raised to the chain's.</summary>
    /// <param name="chainPendingNonce">Transactions of the account, those in the pool included.</param>
    public long Reserve(long chainPendingNonce)
    {
        Invariant.That(chainPendingNonce >= 0);
        long baseline = chainPendingNonce - 1;
        lastReserved = Math.Max(lastReserved ?? baseline, baseline) + 1;
        return lastReserved.Value;
    }

    /// <summary>The operator's reset: the next reservation starts from the chain.</summary>
    public void Reset() => lastReserved = null;

    /// <summary>What the worker does with a job whose turn has come.</summary>
    public static IndividualTurn Turn(long queueNonce, long chainPendingNonce) =>
        queueNonce.CompareTo(chainPendingNonce) switch
        {
            < 0 => IndividualTurn.Skipped,
            0 => IndividualTurn.Upload,
            _ => IndividualTurn.Gap,
        };
}
