namespace Simulator.Actors.Facilitators.Evidence;

/// <summary>Why evidence does not come on chain, where neither chain nor storage has a name for it.</summary>
public static class EvidenceFailures
{
    /// <summary>An earlier nonce was never used (protocol-facts §6.7): nothing of this account gets through.</summary>
    public const string NonceGap = "nonce_gap";

    /// <summary>The chain has moved past the job's nonce.</summary>
    public const string NonceUsed = "nonce_used";

    /// <summary>Storage returned another blob id than the content has.</summary>
    public const string BlobIdMismatch = "blob_id_mismatch";

    /// <summary>Storage did not answer in time.</summary>
    public const string UploadTimedOut = "upload_timed_out";

    /// <summary>Storage refused without a name.</summary>
    public const string UploadRefused = "upload_refused";

    /// <summary>The full node did not answer in time.</summary>
    public const string RpcTimedOut = "rpc_timed_out";

    /// <summary>The transaction was broadcast, but no receipt came in time.</summary>
    public const string ReceiptTimedOut = "receipt_timed_out";

    /// <summary>The worker's process died with the job in its hands.</summary>
    public const string WorkerCrashed = "worker_crashed";
}
