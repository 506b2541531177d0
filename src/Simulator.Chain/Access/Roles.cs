using Simulator.Chain.Execution;
using Simulator.Chain.State;
using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Access;

/// <summary>
/// OpenZeppelin's AccessControl: who holds which role. The default admin role administers every other.
/// </summary>
public sealed class Roles
{
    /// <summary>DEFAULT_ADMIN_ROLE, 32 zero bytes.</summary>
    public static readonly Hash32 Admin = Hash32.Zero;

    internal static readonly CallCatalogue Calls = new CallCatalogue()
        .With(GrantRoleCall.Function, GrantRoleCall.Read)
        .With(RevokeRoleCall.Function, RevokeRoleCall.Read)
        .With(RenounceRoleCall.Function, RenounceRoleCall.Read);

    private readonly Action<ContractEvent> emit;
    private readonly StateTable<(Hash32 Role, Address Account), bool> members;

    internal Roles(WorldState state, Address contract, byte table, Action<ContractEvent> emit)
    {
        this.emit = emit;
        members = state.Table<(Hash32 Role, Address Account), bool>(
            contract, table, WriteKey, static (w, held) => w.Boolean(held));
    }

    /// <summary>The identifier of a named role: Keccak-256 of its name.</summary>
    public static Hash32 Named(string name) => Keccak256.HashText(name);

    public bool Has(Hash32 role, Address account) => members[(role, account)];

    internal Revert? Check(Hash32 role, Address account) =>
        Has(role, account) ? null : new Revert(AccessErrors.UnauthorizedAccount, account.ToWord(), role.ToWord());

    /// <summary>Runs a call that concerns roles; others are left unhandled.</summary>
    internal (bool Handled, Revert? Revert) Execute(in CallContext context, ContractCall call)
    {
        switch (call)
        {
            case GrantRoleCall c:
                return (true, Check(Admin, context.Sender) ?? Set(c.Role, c.Account, context.Sender, held: true));
            case RevokeRoleCall c:
                return (true, Check(Admin, context.Sender) ?? Set(c.Role, c.Account, context.Sender, held: false));
            case RenounceRoleCall c when c.CallerConfirmation != context.Sender:
                return (true, new Revert(AccessErrors.BadConfirmation));
            case RenounceRoleCall c:
                return (true, Set(c.Role, c.CallerConfirmation, context.Sender, held: false));
            default:
                return (false, null);
        }
    }

    /// <summary>Gives without asking: a constructor's right.</summary>
    internal void Grant(Hash32 role, Address account) => Set(role, account, account, held: true);

    private static void WriteKey(SlotWriter writer, (Hash32 Role, Address Account) key)
    {
        writer.Hash(key.Role);
        writer.Address(key.Account);
    }

    private Revert? Set(Hash32 role, Address account, Address sender, bool held)
    {
        if (Has(role, account) != held)
        {
            members[(role, account)] = held;
            emit(held ? new RoleGranted(role, account, sender) : new RoleRevoked(role, account, sender));
        }

        return null;
    }
}
