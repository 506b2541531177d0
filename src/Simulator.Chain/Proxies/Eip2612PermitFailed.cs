using Simulator.Chain.Execution;
using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Proxies;

/// <summary>Which of the three events says that an approval by signature failed.</summary>
internal static class Eip2612PermitFailed
{
    public static ContractEvent Of(Address token, Address owner, Revert failure)
    {
        if (ReferenceEquals(failure.Error, SolidityErrors.Error))
        {
            return new Eip2612PermitFailedWithReason(token, owner, failure.Text!);
        }

        return ReferenceEquals(failure.Error, SolidityErrors.Panic)
            ? new Eip2612PermitFailedWithPanic(token, owner, failure.First)
            : new Eip2612PermitFailedWithData(token, owner, failure.Encode());
    }
}
