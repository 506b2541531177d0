namespace Simulator.Inference.Hub;

/// <summary>Whether an ONNX file may be executed.</summary>
public abstract record OnnxVerdict
{
    private OnnxVerdict()
    {
    }

    public sealed record Accepted(OnnxReport Report) : OnnxVerdict;

    /// <param name="Reason">Its name is what scripts read.</param>
    /// <param name="Detail">For people.</param>
    public sealed record Refused(HubRefusal Reason, string Detail) : OnnxVerdict
    {
        public override string ToString() => $"{HubRefusals.NameOf(Reason)}: {Detail}";
    }
}
