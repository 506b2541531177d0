namespace Simulator.Inference.Execution;

/// <summary>How far ONNX Runtime may rewrite the graph before it runs.</summary>
public enum OptimisationLevel
{
    Unset = 0,
    None = 1,
    Basic = 2,
    Extended = 3,
    All = 4,
}
