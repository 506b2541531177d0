global using ContractCall = Simulator.Chain.Execution.ContractCall;
