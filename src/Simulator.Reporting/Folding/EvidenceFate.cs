namespace Simulator.Reporting;

/// <summary>How a job of evidence settlement ended.</summary>
public enum EvidenceFate
{
    /// <summary>It has not.</summary>
    Open = 0,

    /// <summary>The hashes are on chain.</summary>
    Settled,

    /// <summary>A worker gave it up.</summary>
    Failed,

    /// <summary>It was in the memory of a process that died.</summary>
    Lost,
}
