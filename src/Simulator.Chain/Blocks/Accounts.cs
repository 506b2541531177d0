using Simulator.Chain.State;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Blocks;

/// <summary>Nonces and native coin of all accounts; what transactions pay their fees from.</summary>
internal sealed class Accounts(WorldState state)
{
    private readonly StateTable<Address, AccountState> table = state.Table<Address, AccountState>(
        Address.Zero, 0, static (w, address) => w.Address(address), Write);

    private readonly StateCell<UInt128> issued = state.Cell<UInt128>(
        Address.Zero, 1, static (w, wei) => w.UInt128(wei));

    private readonly StateCell<UInt128> burned = state.Cell<UInt128>(
        Address.Zero, 2, static (w, wei) => w.UInt128(wei));

    public UInt128 Issued => issued.Value;

    public UInt128 Burned => burned.Value;

    public AccountState this[Address address] => table[address];

    public void Issue(Address to, UInt128 wei)
    {
        Credit(to, wei);
        issued.Value += wei;
    }

    public void UseNonce(Address sender) => table[sender] = table[sender] with { Nonce = table[sender].Nonce + 1 };

    public void Credit(Address to, UInt128 wei) => table[to] = table[to] with { Wei = table[to].Wei + wei };

    public void Debit(Address from, UInt128 wei)
    {
        Invariant.That(table[from].Wei >= wei);
        table[from] = table[from] with { Wei = table[from].Wei - wei };
    }

    public void Burn(Address from, UInt128 wei)
    {
        Debit(from, wei);
        burned.Value += wei;
    }

    private static void Write(SlotWriter writer, AccountState account)
    {
        writer.UInt64(account.Nonce);
        writer.UInt128(account.Wei);
    }
}
