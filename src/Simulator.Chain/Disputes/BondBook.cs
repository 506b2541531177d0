using Simulator.Chain.Execution;
using Simulator.Chain.State;
using Simulator.Chain.Token;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Disputes;

/// <summary>What nodes and verifiers answer with: bonds, held by the contract, and what is taken from them.</summary>
/// <remarks>There is no way back for a bond in this version: a party is liable as long as the run lasts.</remarks>
internal sealed class BondBook(
    WorldState state, Address holder, byte table, OpgToken token, Action<ContractEvent> emit, bool burnsTwice)
{
    private readonly StateTable<Address, OpgAmount> bonds = state.Table<Address, OpgAmount>(
        holder, table, static (w, party) => w.Address(party), static (w, amount) => w.UInt128(amount.BaseUnits));

    public OpgAmount Of(Address party) => bonds[party];

    public Revert? Take(in CallContext context, UInt256 amount)
    {
        if (amount.IsZero)
        {
            return new Revert(VerificationErrors.ZeroAmount);
        }

        CallContext inner = context.From(holder).For(TransferCause.Bond);
        if (token.TransferFrom(inner, context.Sender, holder, amount) is { } refused)
        {
            return refused;
        }

        OpgAmount added = new(amount.Low);
        bonds[context.Sender] += added;
        emit(new Bonded(context.Sender, added, bonds[context.Sender]));
        return null;
    }

    /// <summary>Takes a penalty, or what is left of the bond: a share to the other side, the rest burned.</summary>
    public void Slash(in BlockContext block, BondSlash slash)
    {
        OpgAmount lost = OpgAmount.Min(slash.Penalty, bonds[slash.Party]);
        if (lost.IsZero)
        {
            return;
        }

        OpgAmount reward = slash.Beneficiary is null ? OpgAmount.Zero : lost.ShareRoundingDown(slash.Share);
        OpgAmount burned = lost - reward;
        bonds[slash.Party] -= lost;
        token.Burn(holder, burned, TransferCause.BondBurn);
        if (burnsTwice)
        {
            token.Burn(holder, burned, TransferCause.BondBurn);
        }

        emit(new BondSlashed(slash.Party, slash.Answer, slash.Offence, lost, burned, reward));
        if (slash.Beneficiary is { } beneficiary && !reward.IsZero)
        {
            Revert? refused = token.Transfer(
                new CallContext(holder, block, TransferCause.BondReward), beneficiary, reward.ToWord());
            Invariant.That(refused is null);
        }
    }
}

/// <summary>One penalty.</summary>
/// <param name="Party">Who loses.</param>
/// <param name="Answer">For what.</param>
/// <param name="Offence">Why.</param>
/// <param name="Penalty">The most it loses.</param>
/// <param name="Beneficiary">Who gets a share; null when all is burned.</param>
/// <param name="Share">Of what is lost.</param>
internal readonly record struct BondSlash(
    Address Party, Hash32 Answer, BondOffence Offence, OpgAmount Penalty, Address? Beneficiary, Ratio Share);
