namespace Simulator.Inference.Hub;

/// <summary>A file that someone wants to publish.</summary>
/// <param name="Repository">Name of the repository.</param>
/// <param name="FileName">What the file is called.</param>
/// <param name="Content">The file.</param>
/// <param name="IsMajor">The next version is a major one.</param>
public sealed record HubCandidate(string Repository, string FileName, byte[] Content, bool IsMajor = false)
{
    /// <summary>About this version.</summary>
    public string? Notes { get; init; }

    /// <summary>About the repository; used when this begins it.</summary>
    public string? Description { get; init; }
}
