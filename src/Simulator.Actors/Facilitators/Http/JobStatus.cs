namespace Simulator.Actors.Facilitators.Http;

/// <summary>States of a settlement job as <c>GET /settle/:jobId</c> names them.</summary>
/// <remarks>"Succeeded" says only that the worker returned; the settlement inside may still have failed.</remarks>
internal static class JobStatus
{
    public const string Queued = "queued";
    public const string Processing = "processing";
    public const string Succeeded = "succeeded";

    /// <summary>404: no such job.</summary>
    public const string Unknown = "unknown";
}
