using Simulator.Chain.Blocks;
using Simulator.Chain.Execution;
using Simulator.Chain.Registry;
using Simulator.Kernel;
using Simulator.Protocol.Ethereum;
using Simulator.Records;

namespace Simulator.Actors.FullNodes;

/// <summary>Says aloud what a block did to the TEE registry: one observation for each of its events.</summary>
internal static class RegistryAnnouncer
{
    /// <summary>Call it right after the block was executed, before the block itself is announced.</summary>
    public static void Announce(BlockResult block, TeeRegistry registry, IActorContext context)
    {
        foreach (ContractLog log in block.DutyLogs)
        {
            Announce(block, log, Hash32.Zero, registry, context);
        }

        foreach (TransactionReceipt receipt in block.Receipts)
        {
            foreach (ContractLog log in receipt.Logs)
            {
                Announce(block, log, receipt.Transaction, registry, context);
            }
        }
    }

    private static void Announce(
        BlockResult block, ContractLog log, Hash32 transaction, TeeRegistry registry, IActorContext context)
    {
        if (log.Contract != registry.Address || Read(log.Event, registry) is not { } read)
        {
            return;
        }

        context.Observe(new RegistryChanged(
            (long)block.Header.Height,
            (long)block.Header.UnixTime,
            read.Change,
            read.TeeId,
            read.Measurement,
            read.TeeType,
            transaction));
    }

    // Events of roles, types, the root and OHTTP keys change nobody's standing.
    private static (RegistryChange Change, Hash32 TeeId, Hash32 Measurement, byte TeeType)? Read(
        ContractEvent happened, TeeRegistry registry) => happened switch
        {
            TeeRegistered e => (RegistryChange.Registered, e.TeeId, registry.Find(e.TeeId)!.PcrHash, e.TeeType),
            TeeEnabled e => OfEnclave(RegistryChange.Enabled, e.TeeId, registry),
            TeeDisabled e => OfEnclave(RegistryChange.Disabled, e.TeeId, registry),
            HeartbeatReceived e => OfEnclave(RegistryChange.HeartbeatTaken, e.TeeId, registry),
            PcrApproved e => (RegistryChange.MeasurementApproved, Hash32.Zero, e.PcrHash, e.TeeType),
            PcrRevoked e => (RegistryChange.MeasurementRevoked, Hash32.Zero, e.PcrHash, e.TeeType),
            _ => null,
        };

    private static (RegistryChange Change, Hash32 TeeId, Hash32 Measurement, byte TeeType) OfEnclave(
        RegistryChange change, Hash32 teeId, TeeRegistry registry)
    {
        TeeInfo tee = registry.Find(teeId)!;
        return (change, teeId, tee.PcrHash, tee.TeeType);
    }
}
