using Simulator.Chain.Execution;
using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Multicall;

/// <summary>Multicall3's <c>aggregate</c>: several calls at one height. It stands on the network's chain from genesis.</summary>
/// <remarks>Source: protocol facts §5.7 (preinstalls); mds1/multicall3 for behaviour and error text.</remarks>
public sealed class Multicall3(ContractMachine machine) : Contract(machine, Deployments.Multicall3)
{
    private const string CallFailed = "Multicall3: call failed";

    /// <summary>Every inner call is made by this contract; the first that fails takes all back.</summary>
    public override Revert? Execute(in CallContext context, ContractCall call)
    {
        if (call is not AggregateCall aggregate)
        {
            return SolidityErrors.Bare();
        }

        foreach ((Address target, byte[] data) in aggregate.Calls)
        {
            if (Machine.Find(target) is not { } contract)
            {
                continue;
            }

            bool failed = contract.Decode(data) is not { } inner
                || contract.Execute(context.From(Address), inner) is not null;
            if (failed)
            {
                return SolidityErrors.Message(CallFailed);
            }
        }

        return null;
    }

    /// <summary>Null unless every inner call is a view that answers.</summary>
    public override byte[]? Answer(in BlockContext block, ContractCall call)
    {
        if (call is not AggregateCall aggregate)
        {
            return null;
        }

        List<byte[]> answers = new(aggregate.Calls.Count);
        foreach ((Address target, byte[] data) in aggregate.Calls)
        {
            if (Machine.Find(target) is not { } contract
                || contract.Decode(data) is not { } inner
                || contract.Answer(block, inner) is not { } answer)
            {
                return null;
            }

            answers.Add(answer);
        }

        return AggregateCall.EncodeAnswer(block.Height, answers);
    }
}
