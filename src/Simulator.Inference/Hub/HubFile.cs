namespace Simulator.Inference.Hub;

/// <summary>One file of a release.</summary>
/// <param name="Name">As it was called when it was added; without a folder.</param>
/// <param name="Format">By its content.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="BlobId">SHA-256 of its content as URL-safe Base64: where it lies.</param>
public sealed record HubFile(string Name, ModelFormat Format, long Bytes, string BlobId)
{
    /// <summary>Only ONNX is executed; anything else is stored and refused as <c>unsupported_format</c>.</summary>
    public bool IsExecutable => Format == ModelFormat.Onnx;
}
