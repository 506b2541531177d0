using System.Buffers.Binary;
using Simulator.Inference.Execution;
using Simulator.Protocol.Ethereum;

namespace Simulator.Inference.Facts;

/// <summary>What an inference result depends on, and so what names it.</summary>
/// <param name="Model">SHA-256 of the model file.</param>
/// <param name="Input">Hash of the canonical input tensors.</param>
/// <param name="Profile">How the model was run.</param>
public readonly record struct FactKey(Hash32 Model, Hash32 Input, ExecutionProfile Profile) : IComparable<FactKey>
{
    internal const int Length = (2 * Hash32.Length) + 8;

    public int CompareTo(FactKey other)
    {
        int order = Model.CompareTo(other.Model);
        order = order != 0 ? order : Input.CompareTo(other.Input);
        return order != 0 ? order : Profile.CompareTo(other.Profile);
    }

    public override string ToString() =>
        $"model {Model.ToBareString()}, input {Input.ToBareString()}, profile {Profile}";

    internal void CopyTo(Span<byte> destination)
    {
        Model.CopyTo(destination);
        Input.CopyTo(destination[Hash32.Length..]);
        BinaryPrimitives.WriteInt32BigEndian(destination[(2 * Hash32.Length)..], (int)Profile.Optimisation);
        BinaryPrimitives.WriteInt32BigEndian(destination[((2 * Hash32.Length) + 4)..], Profile.Threads);
    }
}
