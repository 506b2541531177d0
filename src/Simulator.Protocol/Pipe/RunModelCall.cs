using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Tensors;

namespace Simulator.Protocol.Pipe;

/// <summary>The hub contract's <c>run</c>: asks for a model's answer within the transaction.</summary>
/// <param name="Target">The hub contract.</param>
/// <param name="Model">Content id of the model, as the Model Hub gave it.</param>
/// <param name="Mode">How the answer is to be verified.</param>
/// <param name="Inputs">What is asked.</param>
public sealed record RunModelCall(Address Target, string Model, InferenceMode Mode, TensorSet Inputs) : ContractCall(Target)
{
    public static readonly Selector Function = Selector.Of($"run(string,uint8,({TensorAbi.Types}))");

    public override Selector Selector => Function;

    /// <summary>Null for another function, or arguments that do not decode; an unknown mode is one of those.</summary>
    public static RunModelCall? Read(Address target, ReadOnlySpan<byte> callData) =>
        ContractCalls.TryDecode(target, callData, out ContractCall? call) ? call as RunModelCall : null;

    internal static RunModelCall? Read(Address target, ref AbiReader arguments)
    {
        string model = arguments.Text();
        UInt256 mode = arguments.Number(8);
        AbiReader tuple = arguments.Dynamic();
        TensorSet inputs = TensorAbi.Read(ref tuple);
        bool isValid = arguments.IsValid && tuple.IsValid && mode <= (UInt256)(ulong)InferenceMode.Tee;
        return isValid ? new RunModelCall(target, model, (InferenceMode)(byte)mode.Low, inputs) : null;
    }

    protected override void WriteArguments(AbiWriter writer) => writer
        .Text(Model)
        .Number((ulong)Mode)
        .Dynamic(TensorAbi.Write(new AbiWriter(), Inputs));
}
